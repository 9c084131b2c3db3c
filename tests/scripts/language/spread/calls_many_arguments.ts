const many = Array.from({ length: 5000 }, (_, i) => i);
console.log(Math.max(...many), ((...all: number[]) => all.length)(...many, ...many)); // expect: 4999 10000
console.log([...many, ...many].length, String.fromCharCode(...many.slice(65, 70))); // expect: 10000 ABCDE
