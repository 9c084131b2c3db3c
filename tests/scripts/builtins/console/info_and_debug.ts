console.info("info", 1); // expect: info 1
console.debug("debug %d", 2); // expect: debug 2
console.log(typeof console, Object.keys(console).includes("log"), console.log.name, String(console)); // expect: object true log [object console]
