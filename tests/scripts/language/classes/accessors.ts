class Temperature {
  celsius = 0;
  get fahrenheit() {
    return this.celsius * 1.8 + 32;
  }
  set fahrenheit(f) {
    this.celsius = (f - 32) / 1.8;
  }
  get readOnly() {
    return 1;
  }
}
const t = new Temperature();
t.fahrenheit = 212;
console.log(t.celsius, t.fahrenheit, t.readOnly); // expect: 100 212 1
try {
  (t as any).readOnly = 2;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot set property readOnly of #<Temperature> which has only a getter
}
