"""From the syntax tree to bytecode units.

    bindings, declarations, scope    what every name means
    opcodes, unit, builder           what code is made of
    generator                        how the parts below find each other
    names, operators, members, calls, assignment, patterns, objects, functions, classes, statements, control,
    typescript, modules              the nodes, by what they are about
    compile                          all of it together
"""
