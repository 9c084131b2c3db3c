class A {
  #field = 1;
  #method() {}
  get #both() {
    return 1;
  }
  set #both(_value) {}
  get #get() {
    return 1;
  }
  set #set(_value: number) {}
  static #only = 1;
  static #shared() {}
  static of: Record<string, (o: any) => unknown> = {
    read: (o) => o.#field,
    write: (o) => (o.#field = 1),
    update: (o) => o.#field++,
    method: (o) => o.#method,
    "call method": (o) => o.#method(),
    "write method": (o) => (o.#method = 1),
    getter: (o) => o.#both,
    setter: (o) => (o.#both = 1),
    "only getter": (o) => (o.#get = 1),
    "only setter": (o) => o.#set,
    static: (o) => o.#only,
    "static method": (o) => o.#shared(),
    "not a function": (o) => o.#field(),
    in: (o) => #field in o,
  };
}
for (const name of Object.keys(A.of)) {
  for (const value of [{}, "s", undefined, new A()]) {
    try {
      console.log(name, typeof A.of[name](value));
    } catch (error) {
      console.log(name, String(error));
    }
  }
}
// expect: read TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: read TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: read TypeError: Cannot read properties of undefined (reading '#field')
// expect: read number
// expect: write TypeError: Cannot write private member #field to an object whose class did not declare it
// expect: write TypeError: Cannot write private member #field to an object whose class did not declare it
// expect: write TypeError: Cannot set properties of undefined (setting '#field')
// expect: write number
// expect: update TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: update TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: update TypeError: Cannot read properties of undefined (reading '#field')
// expect: update number
// expect: method TypeError: Receiver must be an instance of class A
// expect: method TypeError: Receiver must be an instance of class A
// expect: method TypeError: Cannot read properties of undefined (reading 'A')
// expect: method function
// expect: call method TypeError: Receiver must be an instance of class A
// expect: call method TypeError: Receiver must be an instance of class A
// expect: call method TypeError: Cannot read properties of undefined (reading 'A')
// expect: call method undefined
// expect: write method TypeError: Receiver must be an instance of class A
// expect: write method TypeError: Receiver must be an instance of class A
// expect: write method TypeError: Cannot read properties of undefined (reading 'A')
// expect: write method TypeError: Private method '#method' is not writable
// expect: getter TypeError: Receiver must be an instance of class A
// expect: getter TypeError: Receiver must be an instance of class A
// expect: getter TypeError: Cannot read properties of undefined (reading 'A')
// expect: getter number
// expect: setter TypeError: Receiver must be an instance of class A
// expect: setter TypeError: Receiver must be an instance of class A
// expect: setter TypeError: Cannot read properties of undefined (reading 'A')
// expect: setter number
// expect: only getter TypeError: Receiver must be an instance of class A
// expect: only getter TypeError: Receiver must be an instance of class A
// expect: only getter TypeError: Cannot read properties of undefined (reading 'A')
// expect: only getter TypeError: '#get' was defined without a setter
// expect: only setter TypeError: Receiver must be an instance of class A
// expect: only setter TypeError: Receiver must be an instance of class A
// expect: only setter TypeError: Cannot read properties of undefined (reading 'A')
// expect: only setter TypeError: '#set' was defined without a getter
// expect: static TypeError: Cannot read private member #only from an object whose class did not declare it
// expect: static TypeError: Cannot read private member #only from an object whose class did not declare it
// expect: static TypeError: Cannot read properties of undefined (reading '#only')
// expect: static TypeError: Cannot read private member #only from an object whose class did not declare it
// expect: static method TypeError: Receiver must be class A
// expect: static method TypeError: Receiver must be class A
// expect: static method TypeError: Receiver must be class A
// expect: static method TypeError: Receiver must be class A
// expect: not a function TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: not a function TypeError: Cannot read private member #field from an object whose class did not declare it
// expect: not a function TypeError: Cannot read properties of undefined (reading '#field')
// expect: not a function TypeError: o[#field] is not a function
// expect: in boolean
// expect: in TypeError: Cannot use 'in' operator to search for '#field' in s
// expect: in TypeError: Cannot use 'in' operator to search for '#field' in undefined
// expect: in boolean
