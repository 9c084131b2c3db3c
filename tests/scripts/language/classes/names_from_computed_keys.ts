// @ts-nocheck
// A static method `name` stays (V8 puts the name over it).
const k='x'+1; const o={[k]: class { static name='own' }, ['y']: class { static name(){} }, [Symbol('s')]: class{}, ['z']: class { static n = this.name }, ['f']: ()=>1, ['g']: class Own {}, ['h']: (0,class{})};
console.log(o.x1.name, typeof o.y.name, Object.getOwnPropertySymbols(o).map(s=>o[s].name), o.z.n, o.f.name, o.g.name, '<'+o.h.name+'>'); // expect: own function [ '[s]' ] z f Own <>
class C { ['a'+1] = class { static n = this.name }; static ['b'] = class { static name = 'nn' }; ['c'] = ()=>1; ['d'] = 5 } const c=new C; console.log(c.a1.n, c.a1.name, C.b.name, c.c.name, c.d); // expect: a1 a1 nn c 5
console.log(Object.getOwnPropertyNames(o.z), Object.getOwnPropertyNames(o.x1)); // expect: [ 'length', 'name', 'prototype', 'n' ] [ 'length', 'name', 'prototype' ]
