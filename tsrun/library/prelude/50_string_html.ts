// The methods that make HTML of a string (annex B.2.2).

// CreateHTML (annex B.2.2.2.1); the attribute's quotes are escaped.
function createHtml(receiver, method, tag, attribute, value) {
  const content = thisText(receiver, method);
  let opening = "<" + tag;
  if (attribute !== "") {
    opening += " " + attribute + '="' + $call(string_replaceAll, toString(value), '"', "&quot;") + '"';
  }
  return opening + ">" + content + "</" + tag + ">";
}

$methods("String.prototype", {
  anchor(value) {
    return createHtml(this, "anchor", "a", "name", value);
  },
  big() {
    return createHtml(this, "big", "big", "", undefined);
  },
  blink() {
    return createHtml(this, "blink", "blink", "", undefined);
  },
  bold() {
    return createHtml(this, "bold", "b", "", undefined);
  },
  fixed() {
    return createHtml(this, "fixed", "tt", "", undefined);
  },
  fontcolor(value) {
    return createHtml(this, "fontcolor", "font", "color", value);
  },
  fontsize(value) {
    return createHtml(this, "fontsize", "font", "size", value);
  },
  italics() {
    return createHtml(this, "italics", "i", "", undefined);
  },
  link(value) {
    return createHtml(this, "link", "a", "href", value);
  },
  small() {
    return createHtml(this, "small", "small", "", undefined);
  },
  strike() {
    return createHtml(this, "strike", "strike", "", undefined);
  },
  sub() {
    return createHtml(this, "sub", "sub", "", undefined);
  },
  sup() {
    return createHtml(this, "sup", "sup", "", undefined);
  },
});
