// The command line: one word for what is to be done, exit code 0 for done, 1 for found wrong or
// refused, 2 for could not be tried.
#pragma once

namespace xb::app {

int run(int count, char** values);

}  // namespace xb::app
