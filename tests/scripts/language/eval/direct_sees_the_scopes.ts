let outer = 10;
const fixed = 3;
function f(a: number, b = 2) {
  let local = 5;
  var v = 7;
  console.log(eval("local += a; v = local * b; [local, v, outer, fixed, arguments.length]"), local, v);
  {
    let inner = 1;
    console.log(eval("inner + outer + local"));
  }
  return () => eval("this");
}
console.log(f.call("me" as any, 1)()); // expect: [ 6, 12, 10, 3, 1 ] 6 12
// expect: 17
// expect: me
for (let i = 0; i < 3; i++) {
  const read = () => eval("i++");
  read();
  console.log(i); // expect: 1
}
// expect: 3
function* generator() { yield* eval("(function* () { yield outer; yield eval('outer + 1') })")(); }
console.log([...generator()]); // expect: [ 10, 11 ]
console.log(await (async () => { await null; return eval("outer"); })()); // expect: 10
