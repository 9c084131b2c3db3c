const five: any = { valueOf: () => 5, toString: () => "no" };
console.log(five == 5, 5 == five, five == "5", five == "no", five == true); // expect: true true true false false
const text: any = { toString: () => "t" };
console.log(text == "t", "t" == text, text == text, { ...text } == text); // expect: true true true false
console.log(([2] as any) == 2, (["a", "b"] as any) == "a,b", ([null] as any) == "", (null as any) == {}); // expect: true true true false
