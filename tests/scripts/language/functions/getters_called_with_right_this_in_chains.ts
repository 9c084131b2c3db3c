const o = { v: 1, get self() { return this; }, inc() { this.v++; return this; } };
console.log(o.self.inc().self.inc().v, o["self"]["inc"]().v, o?.self?.inc()?.v); // expect: 3 4 5
