// A header.
#pragma once
const char* text = "SELECT id FROM units";
