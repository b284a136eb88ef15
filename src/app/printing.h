// What the command line says: results on standard output, refusals on standard error in the
// language of the terminal.
#pragma once

#include <string>

#include "core/result.h"
#include "core/texts.h"

namespace xb::app {

// Chinese if LC_ALL, LC_MESSAGES or LANG says so.
Language terminal_language();

// The sentence of a code with its field.
std::string sentence(const Refusal& refusal);

// Prints the sentence and returns `exit_code`.
int say_refused(const Refusal& refusal, int exit_code = 1);

}  // namespace xb::app
