// What the command line says: results on standard output, refusals on standard error, both in the
// language of the terminal.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "core/texts.h"

namespace xb::app {

// Chinese if LC_ALL, LC_MESSAGES or LANG says so.
Language terminal_language();

// The text of this code; the code itself where there is none.
std::string label(std::string_view code);

// The sentence of a code with its field.
std::string sentence(const Refusal& refusal);

// 2 where it could not be done: usage, configuration, surroundings. 1 where a rule refused it.
int exit_code_of(const Refusal& refusal);

// Prints the sentence on standard error and returns the exit code.
int say_refused(const Refusal& refusal);

// `text` with blanks behind it, so that it takes `columns` of a terminal: Chinese takes two each.
std::string padded(const std::string& text, std::size_t columns);

// Takes a line of progress off a terminal again, before a result is printed.
void erase_progress();

}  // namespace xb::app
