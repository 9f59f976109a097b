// Renders measures with carbone: node carbone.js MODULE_FOLDER DATA TEMPLATE
const [folder, data, template] = process.argv.slice(2);
const fs = require('fs');
const carbone = require(require('path').join(folder, 'node_modules', 'carbone'));
const groups = new Map();
for (const each of JSON.parse(fs.readFileSync(data, 'utf8'))) {
  if (!groups.has(each.directorate)) groups.set(each.directorate, { name: each.directorate, measures: [] });
  groups.get(each.directorate).measures.push(each);
}
carbone.render(template, { groups: [...groups.values()] }, (error, result) => {
  if (error) throw error;
  fs.writeFileSync(template.replace('.docx', '.out.docx'), result);
});
