console.count(); // expect: default: 1
console.count(); // expect: default: 2
console.count("label"); // expect: label: 1
console.countReset();
console.count(); // expect: default: 1
console.assert(true, "not shown");
console.log("after"); // expect: after
