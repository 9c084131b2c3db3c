debugger;
console.log("after"); // expect: after
