const { log } = console;
log("detached"); // expect: detached
[1, 2].forEach((n) => log(n)); // expect: 1
// expect: 2
["a"].forEach(log); // expect: a 0 [ 'a' ]
