let count = 0;
console.log("computed runs once");
export = { next: () => ++count };
