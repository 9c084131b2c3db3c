const calls: string[] = [];
const dec = (_target: any, key?: string): any => void calls.push(String(key));
@dec
class A {
  @dec field!: string;
  @dec method(_x: number) {}
}
console.log(calls.join(), typeof A); // expect: field,method,undefined function
