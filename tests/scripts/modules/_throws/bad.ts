throw new Error("from the imported module");
