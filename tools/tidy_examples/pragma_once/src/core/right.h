// A header.
#pragma once

int f();
