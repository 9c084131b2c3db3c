class Same {
  constructor(object: object) {
    return object;
  }
}
class Field extends Same {
  #x = 1;
  static read(o: any) {
    return o.#x;
  }
}
class Methods extends Same {
  #m() {}
  static has(o: any) {
    return #m in o;
  }
}
const o = Object.freeze({});
new Field(o);
console.log(Field.read(o), Methods.has(o));
new Methods(o);
console.log(Methods.has(o), Object.isFrozen(o));
const attempt = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    console.log(String(error));
  }
};
attempt(() => new Field(o));
attempt(() => new Methods(o));
const f = () => {};
new Field(f);
console.log(Field.read(f), f.name, f.length, Object.getOwnPropertyNames(f).join());
const list = [1, 2];
new Field(list);
console.log(Field.read(list), list);
// expect: 1 false
// expect: true true
// expect: TypeError: Cannot initialize #x twice on the same object
// expect: TypeError: Cannot initialize private methods of class Methods twice on the same object
// expect: 1 f 0 length,name
// expect: 1 [ 1, 2 ]
