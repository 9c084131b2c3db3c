// useDefineForClassFields: a field without initialiser defines undefined, over what the base set.
class Base { value: any = "base"; constructor() { this.init(); } init() { this.value = "init"; } }
class Derived extends Base { override value: any; }
class Declared extends Base { declare value: any; }
console.log(new Derived().value, new Declared().value); // expect: undefined init
