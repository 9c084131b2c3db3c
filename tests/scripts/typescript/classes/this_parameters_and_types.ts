class Builder {
  private parts: string[] = [];
  add(this: this, part: string): this { this.parts.push(part); return this; }
  isLoud(this: Builder): this is Loud { return "shout" in this; }
  build() { return this.parts.join(" "); }
}
class Loud extends Builder { shout() { return this.build().toUpperCase(); } }
const b: Builder = new Loud().add("a").add("b");
console.log(b.build(), b.isLoud() ? b.shout() : "quiet"); // expect: a b A B
function tag(this: { n: number }, s: string) { return s + this.n; }
console.log(tag.call({ n: 1 }, "x"), tag.length); // expect: x1 1
