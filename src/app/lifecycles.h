// Lifecycles as pages for readers, made of the tables that the program obeys.
#pragma once

#include <string>

namespace xb::app {

// Markdown with a Mermaid diagram and a table of steps, in Chinese and English: states, actions,
// and the permission each asks for. `docs/lifecycles` keeps what this says.
std::string lifecycle_of_complaints();

}  // namespace xb::app
