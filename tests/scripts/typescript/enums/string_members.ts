enum Color { Red = "RED", Green = `green`, Both = "R" + "G" }
console.log(Color.Red, Color.Green, Color.Both, Object.keys(Color), (Color as any)["RED"], Color); // expect: RED green RG [ 'Red', 'Green', 'Both' ] undefined { Red: 'RED', Green: 'green', Both: 'RG' }
