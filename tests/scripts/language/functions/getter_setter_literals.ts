const o = {
  _n: 1,
  get n() { return this._n; },
  set n(v) { this._n = v * 2; },
  get ["com" + "puted"]() { return "c"; },
  get 5() { return "five"; },
  get get() { return "get"; },
  set set(v: any) {},
};
o.n = 10;
console.log(o.n, (o as any).computed, o[5], o.get, o.set); // expect: 20 c five get undefined
console.log(Object.keys(o)); // expect: [ '5', '_n', 'n', 'computed', 'get', 'set' ]
