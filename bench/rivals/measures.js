// The measures that bench/rivals/as_json.py wrote, by directorate.
exports.byDirectorate = (data) => {
  const groups = new Map();
  for (const each of JSON.parse(require('fs').readFileSync(data, 'utf8'))) {
    if (!groups.has(each.directorate)) groups.set(each.directorate, { name: each.directorate, measures: [] });
    groups.get(each.directorate).measures.push(each);
  }
  return [...groups.values()];
};
