// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f()); // expect: function  foo ( a ,b ) { /* c */ return a } a=>a+1 async (  x ) => x [ 'y' + 1 ] ( ) { }
  } catch (e) {
    log(e.name + ": " + e.message); // expect: get  x ( ) { return 1 } function ( ) {} ( ) => { } set  q(v){}
  }
}
function  foo ( a ,b ) { /* c */ return a }  log(foo.toString(), (a=>a+1).toString(), (async (  x ) => x).toString(), ({ get  x ( ) { return 1 } , [ 'y' + 1 ] ( ) { }, async  * z(){}, 'str'(){}, 12(){}, async a(){}, set q(v){} }).y1.toString()); const oo={ get  x ( ) { return 1 } , async  * z(){}, async a(){}, f : function ( ) {}, g : ( ) => { } , set  q(v){}}
log(Object.getOwnPropertyDescriptor(oo,'x').get.toString(), oo.f.toString(), oo.g.toString(), Object.getOwnPropertyDescriptor(oo,'q').set.toString()) // expect: function max() { [native code] } function () { [native code] } class { } function Symbol() { [native code] } function () { [native code] }
log(Math.max.toString(), (function(){}).bind().toString(), String(class { }), String(Symbol), Function.prototype.toString()) // expect: TypeError: Function.prototype.toString requires that 'this' be a Function
t(()=>Function.prototype.toString.call({}))
log(class   A   extends   Object { x = 1 ; static  y ( ) { } }.toString()); // expect: class   A   extends   Object { x = 1 ; static  y ( ) { } }
