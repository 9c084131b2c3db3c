// @ts-nocheck
function t(f){try{f()}catch(e){console.log(e.message)}}
class A{ get x(){return 1} get 5(){return 1} static get s(){return 1} } class B extends A{} t(()=>{new B().x=1}); t(()=>{new B()[5]=1}); t(()=>{B.s=1}); t(()=>{A.s=1}); t(()=>{'abc'.length=1}); Object.defineProperty(Number.prototype,'q',{get(){return 1},configurable:true}); t(()=>{(5).q=1}); t(()=>{Reflect.set||0; new (class extends Map{}) ().size=1}); t(()=>{ ({get a(){return 1}}).a=1}); t(()=>{ Object.create({get a(){return 1}}).a=1}); const k='x'; t(()=>{new B()[k]=1}); const s=Symbol('q'); t(()=>{ ({get [s](){return 1}})[s]=2 }); class C extends A{ m(){ super.x=1 } } t(()=>new C().m());
// expect: Cannot set property x of #<A> which has only a getter
// expect: Cannot set property 5 of #<A> which has only a getter
// expect: Cannot set property s of class A{ get x(){return 1} get 5(){return 1} static get s(){return 1} } which has only a getter
// expect: Cannot set property s of class A{ get x(){return 1} get 5(){return 1} static get s(){return 1} } which has only a getter
// expect: Cannot assign to read only property 'length' of string 'abc'
// expect: Cannot set property q of [object Number] which has only a getter
// expect: Cannot set property size of #<Map> which has only a getter
// expect: Cannot set property a of #<Object> which has only a getter
// expect: Cannot set property a of #<Object> which has only a getter
// expect: Cannot set property x of #<A> which has only a getter
// expect: Cannot set property Symbol(q) of #<Object> which has only a getter
// expect: Cannot set property x of #<A> which has only a getter
