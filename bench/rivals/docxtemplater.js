// Renders measures with docxtemplater: node docxtemplater.js NODE_MODULES DATA TEMPLATE OUTPUT
const [modules, data, template, output] = process.argv.slice(2);
const fs = require('fs');
const path = require('path');
const Docxtemplater = require(path.join(modules, 'docxtemplater'));
const PizZip = require(path.join(modules, 'pizzip'));
const { byDirectorate } = require('./measures.js');
const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true, linebreaks: true });
document.render({ groups: byDirectorate(data) });
fs.writeFileSync(output, document.toBuffer({ compression: 'DEFLATE' }));
