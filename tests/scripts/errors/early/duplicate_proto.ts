const o = { __proto__: null, "__proto__": null }; // expect syntax error: Duplicate __proto__ fields are not allowed in object literals
