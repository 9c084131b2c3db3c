// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
// function names
const f1 = function(){}, f2 = ()=>{}, f3 = class{}; let f4; f4 = ()=>{}; let {f5 = ()=>{}, g: f6 = function(){}} = {}; let [f7 = ()=>{}] = []; const ob = { m: ()=>{}, 'q r': ()=>{}, [`c${1}`]: ()=>{}, [Symbol('s')]: ()=>{}, [Symbol()]: function(){}, get a(){return 1}, set a(v){}, __proto__: function(){}, n(){} , 5:()=>{}, 1e3(){}}; 
log(f1.name,f2.name,f3.name,f4.name,f5.name,f6.name,f7.name,ob.m.name,ob['q r'].name,ob.c1.name,Object.getOwnPropertySymbols(ob).map(s=>'<'+ob[s].name+'>'),Object.getOwnPropertyDescriptor(ob,'a').get.name,Object.getOwnPropertyDescriptor(ob,'a').set.name,'<'+Object.getPrototypeOf(ob).name+'>',ob[5].name,ob[1000].name);
let h1; (h1) = ()=>{}
log('<'+h1.name+'>'); let h2={}; h2.x=()=>{}
log('<'+h2.x.name+'>'); h1 = (0,()=>{})
log('<'+h1.name+'>'); let h3 = (()=>{})
log(h3.name); h1 ??= 1; let h5; h5 ||= ()=>{}; let h6=1; h6 &&= function(){}
log(h5.name,h6.name); const h7 = function inner(){ return typeof inner }
log(h7.name,h7()); ((p=()=>{})=>log(p.name))(); const {a:{b:h8=()=>{}}={}} = {}
log(h8.name); let h9; ({h9 = class{}} = {})
log(h9.name); ({z:h9 = class{}} = {})
log(h9.name); ([h9=class{ static name='own'}]=[])
log(h9.name);
// expect: f1 f2 f3 f4 f5 f6 f7 m q r c1 [ '<[s]>', '<>' ] get a set a <> 5 1000
// expect: <>
// expect: <>
// expect: <>
// expect: h3
// expect: h5 h6
// expect: inner function
// expect: p
// expect: h8
// expect: h9
// expect: h9
// expect: own
