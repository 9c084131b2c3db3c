const c = 1;
try {
  // @ts-ignore
  (c as any) = 2;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Assignment to constant variable.
}
console.log(c); // expect: 1
const list = [1];
list.push(2);
console.log(list); // expect: [ 1, 2 ]
