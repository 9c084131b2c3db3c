const arrow = () => {};
const o = { method() {}, prop: function () {}, ["com" + "puted"]: () => {}, get acc() { return 1; }, [Symbol("sym")]() {}, 5() {} };
const descriptor = Object.getOwnPropertyDescriptor(o, "acc")!;
console.log(arrow.name, o.method.name, o.prop.name, (o as any).computed.name, descriptor.get!.name, o[5].name); // expect: arrow method prop computed get acc 5
console.log((o as any)[Object.getOwnPropertySymbols(o)[0]!].name, (() => {}).name === "", (function () {}).name === ""); // expect: [sym] true true
class C { static s() {} m() {} static f = () => {}; }
console.log(C.name, C.s.name, new C().m.name, C.f.name, (class {}).name === "", function n() {}.bind(null).name); // expect: C s m f true bound n
