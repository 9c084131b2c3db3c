import { Dog } from "./_classes/dog.ts";
import { Animal } from "./_classes/animal.ts";
const d = new Dog("Rex");
console.log(d.speak(), d instanceof Animal, Animal.count, d); // expect: Rex says wuff true 1 Dog { name: 'Rex' }
