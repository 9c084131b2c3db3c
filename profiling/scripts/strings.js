// Strings: ropes and flattening, slices, searching, splitting, numbers to text and back, keys made of text.
let text = "";
for (let i = 0; i < 5000; i++) text += "k" + i % 97 + ",";
const parts = text.split(",");
let sum = 0;
for (let i = 0; i < parts.length; i++) sum += parts[i].length + (parseInt(parts[i].slice(1), 10) || 0);
for (let i = 0; i < text.length; i += 7) sum = (sum * 31 + text.charCodeAt(i)) % 1000003;
console.log("strings", sum, text.indexOf("k96,"), text.toUpperCase().lastIndexOf("K1,"), parts.slice(0, 50).join("").length);
