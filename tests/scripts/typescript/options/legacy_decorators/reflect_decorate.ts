const calls: string[] = [];
(globalThis as any).Reflect ??= {};
(Reflect as any).decorate = (decorators: Function[], target: any, key?: string, descriptor?: any) => {
  calls.push([decorators.length, typeof target, key, String(descriptor)].join(" "));
  return key === undefined ? target : undefined;
};
const none = () => {};
@none
class A {
  @none f = 1;
  @none @none m() {}
}
console.log(calls.join()); // expect: 1 object f undefined,2 object m [object Object],1 function  undefined
console.log(typeof A); // expect: function
