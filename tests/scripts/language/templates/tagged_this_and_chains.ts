const o = {
  n: "o",
  tag(s: TemplateStringsArray) { return this.n + s[0]; },
  make() { return (s: TemplateStringsArray) => "made " + s[0]; },
};
console.log(o.tag`!`, o["tag"]`?`, o.make()`x`, ((s: any) => (t: any) => s[0] + t[0])`a``b`); // expect: o! o? made x ab
class C { constructor(public s: any) {} }
console.log(new (((s: any) => C) as any)`x`("arg")); // expect: C { s: 'arg' }
