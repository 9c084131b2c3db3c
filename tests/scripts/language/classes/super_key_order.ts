// super[key]: where super begins is known before the key becomes a property key, which happens once.
const events: string[] = [];
const first = { p: 1, m() { return "first"; } };
const second = { p: -1, m() { return "second"; } };
const home: any = {
  __proto__: first,
  read(key: any) { return super[key]; },
  add(key: any) { return (super[key] += 1); },
  count(key: any) { return ++super[key]; },
  call(key: any) { return super[key](); },
  assign(key: any, value: () => number) { super[key] = value(); return this.own; },
  destructure(key: any) { [super[key]] = [7]; return this.own; },
};
function key(name: string, to: object | null = second) {
  return { toString() { events.push(name); if (to) Object.setPrototypeOf(home, to); return name; } };
}
function again() { Object.setPrototypeOf(home, first); return home; }
console.log(again().read(key("p")), again().add(key("p")), again().count(key("p")), again().call(key("m"))); // expect: 1 2 2 first
console.log(again().assign(key("own"), () => { events.push("value"); return 3; }), again().destructure(key("own"))); // expect: 3 7
console.log(events.join()); // expect: p,p,p,m,value,own,own
try { again().assign({ toString() { throw new Error("key"); } }, () => { throw new Error("value"); }); } catch (e) { console.log((e as Error).message); } // expect: value
