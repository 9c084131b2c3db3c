// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
function ar(a,b=2){ a=9; return [arguments.length, arguments[0], a, [...arguments], typeof arguments, Object.prototype.toString.call(arguments), Object.getOwnPropertyNames(arguments), Array.isArray(arguments)] }
log(ar(1), ar(1,2,3)[0]);
t(function(){ return arguments.callee }); 
t(function(){ const d=Object.getOwnPropertyDescriptor(arguments,'callee'); return [typeof d.get, d.get===d.set, d.enumerable, d.configurable, d.get.name, d.get.length] });
t(function(){ arguments.length=5; return [arguments.length, Object.keys(arguments)] });
t(function(){ arguments[0]='z'; return [arguments[0], arguments.length] });
t(function(){ const a=()=>arguments; return a(1,2).length });
t(function(){ const d=Object.getOwnPropertyDescriptor(arguments,'length'); return JSON.stringify(d) });
t(function(){ const d=Object.getOwnPropertyDescriptor(arguments,Symbol.iterator); return [d.value===Array.prototype.values, d.writable, d.enumerable] });
t(function(){ delete arguments[0]; return 0 in arguments }.bind(null,1))
t(()=>ar.arguments)
t(()=>ar.caller)
t(()=>(()=>1).caller)
t(()=>{ 'use strict'; return Object.hasOwn(ar,'caller') })
t(()=>Object.getOwnPropertyDescriptor(Function.prototype,'caller').get===Object.getOwnPropertyDescriptor(Function.prototype,'arguments').set); (function(){ log(arguments) })(1,'a');
t(function f(x){ x=5; return arguments[0] });
t(function(...r){ return [r.length, arguments.length] })
log((function(a,b){ arguments[0]=7; return a })(1), (function(){ return arguments.length })(...[1,2,3]), (function(){ return Object.isExtensible(arguments) })());
// expect: [
// expect:   1,
// expect:   1,
// expect:   9,
// expect:   [ 1 ],
// expect:   'object',
// expect:   '[object Arguments]',
// expect:   [ '0', 'length', 'callee' ],
// expect:   false
// expect: ] 3
// expect: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
// expect: [ 'function', true, false, false, '', 0 ]
// expect: [ 5, [] ]
// expect: [ 'z', 0 ]
// expect: 0
// expect: {"value":0,"writable":true,"enumerable":false,"configurable":true}
// expect: [ true, true, false ]
// expect: false
// expect: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
// expect: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
// expect: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
// expect: false
// expect: true
// expect: [Arguments] { '0': 1, '1': 'a' }
// expect: undefined
// expect: [ 0, 0 ]
// expect: 1 3 true
