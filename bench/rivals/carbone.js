// Renders measures with carbone: node carbone.js NODE_MODULES DATA TEMPLATE OUTPUT
const [modules, data, template, output] = process.argv.slice(2);
const fs = require('fs');
const path = require('path');
const carbone = require(path.join(modules, 'carbone'));
const { byDirectorate } = require('./measures.js');
carbone.render(path.resolve(template), { groups: byDirectorate(data) }, (error, result) => {
  if (error) throw error;
  fs.writeFileSync(output, result);
});
