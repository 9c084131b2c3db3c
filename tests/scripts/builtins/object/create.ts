const o = Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } });
console.log(o, o.inherited, o.hidden, Object.keys(o)); // expect: { own: 2 } 1 3 [ 'own' ]
console.log(Object.getPrototypeOf(Object.create(null)), Object.create(Array.prototype) instanceof Array); // expect: null true
for (const bad of [undefined, 1, "s"]) {
  try {
    Object.create(bad as any);
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Object prototype may only be an Object or null: undefined
    // expect: TypeError: Object prototype may only be an Object or null: 1
    // expect: TypeError: Object prototype may only be an Object or null: s
  }
}
