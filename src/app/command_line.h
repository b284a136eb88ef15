// The command line: one word for what is to be done, exit code 0 for done, 1 for done with
// findings or refused by a rule, 2 for could not be done.
#pragma once

namespace xb::app {

int run(int count, char** values);

}  // namespace xb::app
