"""Statements and declarations of ECMAScript. (`declarations` has TypeScript's own, `modules` imports and exports.)"""
from __future__ import annotations

from abc import abstractmethod

from tsrun.syntax.ast import (
    BlockStatement,
    BreakStatement,
    CatchClause,
    ContinueStatement,
    DebuggerStatement,
    DoWhileStatement,
    EmptyStatement,
    Expression,
    ExpressionStatement,
    ForInStatement,
    ForOfStatement,
    ForStatement,
    Identifier,
    IfStatement,
    LabeledStatement,
    Node,
    ReturnStatement,
    Statement,
    SwitchCase,
    SwitchStatement,
    ThrowStatement,
    TryStatement,
    VariableDeclaration,
    VariableDeclarator,
    WhileStatement,
)
from tsrun.syntax.parser.expressions import Expressions
from tsrun.syntax.parser.operators import RELATIONAL
from tsrun.syntax.parser.scopes import BLOCK, CATCH, CATCH_BLOCK, LEXICAL, VAR, bound_names
from tsrun.syntax.tokens import (
    ASSIGN,
    ASYNC,
    AT,
    AWAIT,
    BANG,
    BREAK,
    CASE,
    CLASS,
    COLON,
    COMMA,
    CONST,
    CONTINUE,
    DEBUGGER,
    DEFAULT,
    DO,
    DOT,
    ELSE,
    END,
    ENUM,
    EXPORT,
    FINALLY,
    FIRST_CONTEXTUAL,
    FOR,
    FUNCTION,
    IF,
    IMPORT,
    IN,
    INSTANCEOF,
    KIND_COUNT,
    LBRACE,
    LBRACKET,
    LET,
    LPAREN,
    NEWLINE_BEFORE,
    OF,
    QUESTION,
    RBRACE,
    RBRACKET,
    RETURN,
    RPAREN,
    SEMICOLON,
    SWITCH,
    TEMPLATE_HEAD,
    TEMPLATE_TAIL,
    TEXTS,
    THROW,
    TRY,
    USING,
    WHILE,
    WITH,
)
from tsrun.syntax.tokens import (
    CATCH as CATCH_WORD,
)
from tsrun.syntax.tokens import (
    VAR as VAR_WORD,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from collections.abc import Callable


class Statements(Expressions):
    def statement_list_item(self) -> Statement:
        return STATEMENTS[self.kind](self)

    def statement(self) -> Statement:
        """A statement where no declaration may stand: the body of if, a loop, a label."""
        kind = self.kind
        if kind == CLASS or kind == AT or kind == EXPORT or (
            kind == IMPORT and self.kinds[self.i + 1] not in {LPAREN, DOT}
        ):
            self.unexpected()
        if kind == FUNCTION or (kind == ASYNC and self.next_on_line(FUNCTION)):
            self.error_here("In strict mode code, functions can only be declared at top level or inside a block.")
        if kind == CONST or kind == LET or (kind == USING and self.begins_using()) or (
            kind == AWAIT and self.kinds[self.i + 1] == USING and self.begins_await_using(self.i)
        ):
            self.error_here("Lexical declaration cannot appear in a single-statement context")
        return STATEMENTS[kind](self)

    def expression_statement(self) -> Statement:
        start = self.starts[self.i]
        expression = self.expression()
        self.semicolon()
        return ExpressionStatement(start, self.ends[self.i - 1], expression)

    def word_statement(self) -> Statement:
        """A statement that begins with a name: a label, or an expression."""
        if self.kinds[self.i + 1] == COLON:
            return self.labeled_statement()
        if self.kind == ASYNC and self.next_on_line(FUNCTION):
            return self.function_declaration()
        if self.kind == USING and self.begins_using():
            return self.variable_statement()
        return self.expression_statement()

    def await_statement(self) -> Statement:
        if self.kinds[self.i + 1] == USING and self.begins_await_using(self.i):
            return self.variable_statement()
        if self.kinds[self.i + 1] == COLON and not self.await_reserved():
            return self.labeled_statement()
        return self.expression_statement()

    # ---- blocks

    def block(self) -> BlockStatement:
        self.scopes.enter(BLOCK)
        node = self.bare_block()
        self.scopes.leave()
        return node

    def bare_block(self) -> BlockStatement:
        """`{ ... }` in a scope that is there already."""
        start = self.starts[self.i]
        self.expect(LBRACE)
        body: list[Statement] = []
        while self.kind != RBRACE:
            body.append(STATEMENTS[self.kind](self))
        self.i = i = self.i + 1
        self.kind = self.kinds[i]
        return BlockStatement(start, self.ends[i - 1], body)

    def empty_statement(self) -> Statement:
        node = EmptyStatement(self.starts[self.i], self.ends[self.i])
        self.advance()
        return node

    def debugger_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        self.semicolon()
        return DebuggerStatement(start, self.ends[self.i - 1])

    # ---- variables

    def begins_using(self) -> bool:
        """Whether the current `using` declares."""
        return self.kinds[self.i + 1] >= FIRST_CONTEXTUAL and not self.flags[self.i + 1] & NEWLINE_BEFORE

    def begins_await_using(self, token: int) -> bool:
        """Whether `await using` at a token declares."""
        flags, kinds = self.flags, self.kinds
        return (kinds[token + 2] >= FIRST_CONTEXTUAL and not flags[token + 1] & NEWLINE_BEFORE
                and not flags[token + 2] & NEWLINE_BEFORE)

    def declaration_kind(self) -> str:
        """Read what a variable declaration begins with."""
        kind = self.kind
        self.advance()
        if kind != AWAIT:
            return TEXTS[kind]
        if not self.context.asynchronous:
            self.error(message="await using is only valid in async functions and the top level bodies of modules",
                       start=self.starts[self.i - 1], end=self.ends[self.i])
        self.advance()
        return "await using"

    def variable_statement(self) -> Statement:
        start = self.starts[self.i]
        if self.kind == CONST and self.kinds[self.i + 1] == ENUM:
            return self.enum_declaration(start)
        kind = self.declaration_kind()
        if not self.module and len(self.scopes.stack) == 1 and kind.endswith("using"):
            self.error("'using' is not allowed at the top level of a script", start, self.ends[self.i])
        declarators = self.declarators(kind)
        self.semicolon()
        return VariableDeclaration(start, self.ends[self.i - 1], kind, declarators)

    def declarators(self, kind: str) -> list[VariableDeclarator]:
        found = [self.declarator(kind)]
        while self.kind == COMMA:
            self.advance()
            found.append(self.declarator(kind))
        return found

    def declarator(self, kind: str, *, in_for_head: bool = False) -> VariableDeclarator:
        start = self.starts[self.i]
        target = self.declared_target(kind)
        definite = False
        if self.kind == BANG and target.__class__ is Identifier:
            self.advance()
            definite = True
        if self.kind == COLON:
            self.annotate(target)  # type: ignore[arg-type]
        value: Expression | None = None
        if self.kind == ASSIGN:
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
            # In the head of for-in and for-of it is an error anyway: only stop before `in`.
            value = self.binary(RELATIONAL) if in_for_head else self.assignment()
        elif not in_for_head:
            self.check_initialized(kind, target)
        return VariableDeclarator(start, self.ends[self.i - 1], target, value, definite)

    def declared_target(self, kind: str) -> Node:
        """The binding of a variable declaration, its names declared."""
        if self.kind == LET and kind != "var":
            self.error_here("let is disallowed as a lexically bound name")
        target = self.binding_target()
        if kind.endswith("using") and target.__class__ is not Identifier:
            self.error_at(target, f"'{kind}' declarations may not have binding patterns")
        how = VAR if kind == "var" else LEXICAL
        for name in bound_names(target):
            if self.ambient:
                self.scopes.declare_type(name.name)
            else:
                self.scopes.declare(name, how)
        return target

    def check_initialized(self, kind: str, target: Node) -> None:
        if self.ambient:
            return
        if kind in {"const", "using", "await using"}:
            self.error_here(f"Missing initializer in {kind} declaration")
        if target.__class__ is not Identifier:
            self.error_here("Missing initializer in destructuring declaration")

    # ---- conditions and jumps

    def condition(self) -> Expression:
        self.expect(LPAREN)
        test = self.expression()
        self.expect(RPAREN)
        return test

    def if_statement(self) -> Statement:
        """`if`; a chain of `else if` takes no recursion."""
        chain: list[tuple[int, Expression, Statement]] = []
        alternate: Statement | None = None
        while True:
            start = self.starts[self.i]
            self.advance()
            test = self.condition()
            chain.append((start, test, self.statement()))
            if self.kind != ELSE:
                break
            self.advance()
            if self.kind != IF:
                alternate = self.statement()
                break
        end = self.ends[self.i - 1]
        for start, test, consequent in reversed(chain):
            alternate = IfStatement(start, end, test, consequent, alternate)
        assert alternate is not None
        return alternate

    def jump_statement(self) -> Statement:
        """break, continue"""
        start = self.starts[self.i]
        kind = self.kind
        context = self.context
        self.advance()
        label: Identifier | None = None
        if self.kind >= FIRST_CONTEXTUAL and not self.flags[self.i] & NEWLINE_BEFORE:
            label = self.identifier()
            loop = context.labels.get(label.name)
            if loop is None:
                self.error_at(label, f"Undefined label '{label.name}'")
            if kind == CONTINUE and not loop:
                message = f"Illegal continue statement: '{label.name}' does not denote an iteration statement"
                self.error_at(label, message)
        elif kind == CONTINUE and not context.loops:
            self.error(message="Illegal continue statement: no surrounding iteration statement", start=start,
                       end=self.ends[self.i - 1])
        elif kind == BREAK and not context.breakable:
            self.error(message="Illegal break statement", start=start, end=self.ends[self.i - 1])
        self.semicolon()
        return (ContinueStatement if kind == CONTINUE else BreakStatement)(start, self.ends[self.i - 1], label)

    def return_statement(self) -> Statement:
        start = self.starts[self.i]
        if not self.context.returns:
            self.error_here("Illegal return statement")
        self.advance()
        argument: Expression | None = None
        kind = self.kind
        if kind != SEMICOLON and kind != RBRACE and kind != END and not self.flags[self.i] & NEWLINE_BEFORE:
            argument = self.expression()
        self.semicolon()
        return ReturnStatement(start, self.ends[self.i - 1], argument)

    def throw_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        if self.flags[self.i] & NEWLINE_BEFORE:
            self.error_here("Illegal newline after throw")
        argument = self.expression()
        self.semicolon()
        return ThrowStatement(start, self.ends[self.i - 1], argument)

    def labeled_statement(self) -> Statement:
        labels = self.context.labels
        chain: list[Identifier] = []
        while self.kind >= FIRST_CONTEXTUAL and self.kinds[self.i + 1] == COLON:
            label = self.identifier()
            if label.name in labels:
                self.error_at(label, f"Label '{label.name}' has already been declared")
            labels[label.name] = False
            chain.append(label)
            self.advance()
        if self.kind in {FOR, WHILE, DO}:
            # What a label means to `continue` is decided by the statement behind all labels.
            labels.update({label.name: True for label in chain})
        statement = self.statement()
        for label in reversed(chain):
            del labels[label.name]
            statement = LabeledStatement(label.start, statement.end, label, statement)
        return statement

    def try_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        block = self.block()
        handler: CatchClause | None = None
        finalizer: BlockStatement | None = None
        if self.kind == CATCH_WORD:
            handler = self.catch_clause()
        if self.eat(FINALLY):
            finalizer = self.block()
        if handler is None and finalizer is None:
            self.error_here("Missing catch or finally after try")
        return TryStatement(start, self.ends[self.i - 1], block, handler, finalizer)

    def catch_clause(self) -> CatchClause:
        start = self.starts[self.i]
        self.advance()
        scope = self.scopes.enter(CATCH_BLOCK)
        param: Node | None = None
        if self.eat(LPAREN):
            param = self.binding_target()
            if self.kind == COLON:
                self.annotate(param)  # type: ignore[arg-type]
            simple = param.__class__ is Identifier
            for name in bound_names(param):
                if name.name in scope.names:
                    self.error_at(name, f"Identifier '{name.name}' has already been declared")
                scope.names[name.name] = CATCH if simple else LEXICAL
            self.expect(RPAREN)
        body = self.bare_block()
        self.scopes.leave()
        return CatchClause(start, body.end, param, body)

    def switch_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        discriminant = self.condition()
        self.expect(LBRACE)
        self.scopes.enter(BLOCK)
        self.context.breakable += 1
        cases: list[SwitchCase] = []
        default = False
        while self.kind != RBRACE:
            case = self.switch_case()
            if case.test is None:
                if default:
                    self.error_at(case, "More than one default clause in switch statement")
                default = True
            cases.append(case)
        self.advance()
        self.context.breakable -= 1
        self.scopes.leave()
        return SwitchStatement(start, self.ends[self.i - 1], discriminant, cases)

    def switch_case(self) -> SwitchCase:
        start = self.starts[self.i]
        test: Expression | None = None
        if self.eat(CASE):
            test = self.expression()
        else:
            self.expect(DEFAULT)
        self.expect(COLON)
        body: list[Statement] = []
        while self.kind != CASE and self.kind != DEFAULT and self.kind != RBRACE:
            statement = STATEMENTS[self.kind](self)
            if isinstance(statement, VariableDeclaration) and statement.kind.endswith("using"):
                self.error_at(statement, "'using' declarations are not allowed directly in case and default clauses")
            body.append(statement)
        return SwitchCase(start, self.ends[self.i - 1], test, body)

    def with_statement(self) -> Statement:
        self.error_here("Strict mode code may not include a with statement")

    # ---- loops

    def loop_body(self) -> Statement:
        context = self.context
        context.loops += 1
        context.breakable += 1
        body = self.statement()
        context.loops -= 1
        context.breakable -= 1
        return body

    def while_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        test = self.condition()
        body = self.loop_body()
        return WhileStatement(start, body.end, test, body)

    def do_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        body = self.loop_body()
        self.expect(WHILE)
        test = self.condition()
        self.eat(SEMICOLON)
        return DoWhileStatement(start, self.ends[self.i - 1], body, test)

    def for_statement(self) -> Statement:
        start = self.starts[self.i]
        self.advance()
        is_await = False
        if self.kind == AWAIT:
            if not self.context.asynchronous:
                self.error_here("for await is only valid in async functions and the top level bodies of modules")
            is_await = True
            self.advance()
        if self.kind != LPAREN:
            self.unexpected()
        classic = not is_await and self.has_semicolon_inside(self.i)
        self.advance()
        self.scopes.enter(BLOCK)
        node = self.classic_for(start) if classic else self.for_in_of(start, is_await=is_await)
        self.scopes.leave()
        return node

    def has_semicolon_inside(self, opening: int) -> bool:
        """Whether a parenthesis holds a semicolon of its own: the three parts of a classic loop.

        There, `in` may not stand in the first part, except in brackets and between `?` and `:`.
        """
        kinds = self.kinds
        at, end, conditionals = opening + 1, self.closing(opening), 0
        bad_in = 0
        while at < end:
            kind = kinds[at]
            if kind == SEMICOLON:
                if bad_in:
                    self.go_to(bad_in)
                    self.unexpected()
                return True
            if kind == LPAREN or kind == LBRACE or kind == LBRACKET or kind == TEMPLATE_HEAD:
                at = self.closing(at)
            elif kind == QUESTION:
                conditionals += 1
            elif kind == COLON:
                conditionals -= 1
            elif kind == IN and conditionals <= 0 and not bad_in:
                bad_in = at
            at += 1
        return False

    def begins_declaration(self) -> bool:
        """Whether the head of a for loop begins with a variable declaration."""
        kind = self.kind
        if kind == VAR_WORD or kind == LET or kind == CONST:
            return True
        if kind == USING:
            # `for (using of ...)` loops over a variable that is called so.
            return self.begins_using() and not (self.kinds[self.i + 1] == OF and self.kinds[self.i + 2] != ASSIGN)
        return kind == AWAIT and self.kinds[self.i + 1] == USING and self.begins_await_using(self.i)

    def classic_for(self, start: int) -> Statement:
        init: Node | None = None
        if self.begins_declaration():
            at = self.starts[self.i]
            kind = self.declaration_kind()
            declarators = self.declarators(kind)
            init = VariableDeclaration(at, self.ends[self.i - 1], kind, declarators)
        elif self.kind != SEMICOLON:
            init = self.expression()
        self.expect(SEMICOLON)
        test = self.expression() if self.kind != SEMICOLON else None
        self.expect(SEMICOLON)
        update = self.expression() if self.kind != RPAREN else None
        self.expect(RPAREN)
        body = self.loop_body()
        return ForStatement(start, body.end, init, test, update, body)

    def for_in_of(self, start: int, *, is_await: bool) -> Statement:
        at = self.starts[self.i]
        left: Node
        if self.begins_declaration():
            kind = self.declaration_kind()
            declarator = self.declarator(kind, in_for_head=True)
            if self.kind == COMMA:
                self.error_here("Invalid left-hand side in for loop: Must have a single binding.")
            left = VariableDeclaration(at, self.ends[self.i - 1], kind, [declarator])
            is_of = self.of_or_in(is_await=is_await, kind=kind)
            if declarator.init is not None:
                loop = "for-of" if is_of else "for-in"
                self.error_at(left, f"{loop} loop variable declaration may not have an initializer.")
        else:
            if self.kind == ASYNC and self.kinds[self.i + 1] == OF and not is_await:
                self.error_here("The left-hand side of a for-of loop may not be 'async'.")
            if self.kind == LET:
                self.error_here("The left-hand side of a for-of loop may not be 'let'.")
            expression = self.left_hand_side()
            is_of = self.of_or_in(is_await=is_await, kind="")
            left = self.assignment_target(expression, "Invalid left-hand side in for-loop")
        right = self.assignment() if is_of else self.expression()
        self.expect(RPAREN)
        body = self.loop_body()
        if is_of:
            return ForOfStatement(start, body.end, left, right, body, is_await)
        return ForInStatement(start, body.end, left, right, body)

    def of_or_in(self, *, is_await: bool, kind: str) -> bool:
        """Read `of` (True) or `in`."""
        is_of = self.kind == OF
        if not is_of and (self.kind != IN or is_await):
            self.unexpected()
        if not is_of and kind.endswith("using"):
            self.error_here(f"The left-hand side of a for-in loop cannot be a '{kind}' declaration")
        self.advance()
        return is_of

    # ---- productions of other files

    @abstractmethod
    def enum_declaration(self, start: int) -> Statement:
        """An enum."""

    def function_statement(self) -> Statement:
        return self.function_declaration()

    def stray_word(self) -> Statement:
        self.unexpected()


STATEMENTS: list[Callable[[Any], Statement]] = [Statements.expression_statement] * KIND_COUNT
"""What a statement does that begins with a token of each kind. `declarations` and `modules` add theirs."""
for _kind in range(FIRST_CONTEXTUAL, KIND_COUNT):
    STATEMENTS[_kind] = Statements.word_statement
for _kind in (CASE, CATCH_WORD, DEFAULT, ELSE, FINALLY, IN, INSTANCEOF, RBRACE, RBRACKET, RPAREN, TEMPLATE_TAIL, END):
    STATEMENTS[_kind] = Statements.stray_word
for _kind in (VAR_WORD, LET, CONST):
    STATEMENTS[_kind] = Statements.variable_statement
for _kind in (BREAK, CONTINUE):
    STATEMENTS[_kind] = Statements.jump_statement
STATEMENTS[AWAIT] = Statements.await_statement
STATEMENTS[LBRACE] = Statements.block
STATEMENTS[SEMICOLON] = Statements.empty_statement
STATEMENTS[DEBUGGER] = Statements.debugger_statement
STATEMENTS[IF] = Statements.if_statement
STATEMENTS[FOR] = Statements.for_statement
STATEMENTS[WHILE] = Statements.while_statement
STATEMENTS[DO] = Statements.do_statement
STATEMENTS[RETURN] = Statements.return_statement
STATEMENTS[THROW] = Statements.throw_statement
STATEMENTS[TRY] = Statements.try_statement
STATEMENTS[SWITCH] = Statements.switch_statement
STATEMENTS[WITH] = Statements.with_statement
STATEMENTS[FUNCTION] = Statements.function_statement
