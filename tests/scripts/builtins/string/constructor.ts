console.log(String(1), String(null), String(undefined), String([1, [2]]), String({}), String(Symbol("x")), String(-0), String(() => 1), String() === ""); // expect: 1 null undefined 1,2 [object Object] Symbol(x) 0 () => 1 true
const o: any = new String("abc");
console.log(typeof o, o.length, o[1], [...o], Object.keys(o), o == "abc", o + "d", o instanceof String, JSON.stringify(o)); // expect: object 3 b [ 'a', 'b', 'c' ] [ '0', '1', '2' ] true abcd true "abc"
o.extra = 1;
console.log(o, Object.getOwnPropertyNames(o), 1 in o, 3 in o, delete o.extra); // expect: [String: 'abc'] [ '0', '1', '2', 'length', 'extra' ] true false true
try {
  o[0] = "x";
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot assign to read only property '0' of object '[object String]'
}
