console.log("parse"); // expect: parse
JSON.parse("{bad"); // expect error: SyntaxError: Expected property name or '}' in JSON at position 1
