#!/usr/bin/python3
"""A small browser on WebKitGTK for the journeys. The one that comes with the driver forgets everything when it is closed."""
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

folder = os.environ["STAGE_ZERO_PROFILE"]
downloads = os.environ["STAGE_ZERO_DOWNLOADS"]
store = WebKit2.WebsiteDataManager(base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache")
context = WebKit2.WebContext.new_with_website_data_manager(store)
context.set_preferred_languages(["en"])
context.set_automation_allowed("--automation" in sys.argv)
windows = []


def is_closed(window):
    windows.remove(window)
    if not windows:
        # The driver ends a browser with SIGKILL; who closes the last window has time to write everything first.
        Gtk.main_quit()


def opens(view):
    settings = view.get_settings()
    settings.set_enable_developer_extras(True)
    # A page that was left must not keep its database open.
    settings.set_enable_page_cache(False)
    settings.set_enable_write_console_messages_to_stdout(True)
    settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    window = Gtk.Window()
    window.set_default_size(1280, 900)
    window.add(view)
    window.connect("destroy", is_closed)
    view.connect("close", lambda _: window.destroy())
    view.connect("create", lambda _, __: opens(WebKit2.WebView(related_view=view)))
    view.connect("print", lambda _, __: True)
    windows.append(window)
    window.show_all()
    return view


def is_driven(_, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("Stage Zero")
    session.set_application_info(about)
    driven = {"web_context": context, "is_controlled_by_automation": True}
    session.connect("create-web-view", lambda _: opens(WebKit2.WebView(**driven)))


def has_place(download, name):
    place = f"{downloads}/{os.path.basename(name) or 'download'}"
    # Under its own name it is whole.
    part = f"{place}.part"
    download.set_destination(GLib.filename_to_uri(part))
    download.connect("finished", lambda _: os.path.exists(part) and os.rename(part, place))
    return True


context.connect("automation-started", is_driven)
context.connect("download-started", lambda _, download: download.connect("decide-destination", has_place))
Gtk.main()
