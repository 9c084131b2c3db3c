console.log("shared, once");
